"""How the text is divided: which meetings, which items under which headings, which lines belong to neither."""
