"""What is to be done: which kind of follow-up it is, and one line for a tracker."""
