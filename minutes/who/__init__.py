"""Who must act, who asked, who presented."""
