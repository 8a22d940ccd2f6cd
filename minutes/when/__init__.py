"""Days as minutes write them, and which of them is the day by which something is due."""
