"""An invented council for the demo: its people, calendars and minutes, and what became of its actions."""
