"""Tables and lists of actions, whole or pasted one cell a line."""
