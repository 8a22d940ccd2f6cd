"""What the body formally decided: where a decision opens, what leads a list in, which clauses follow."""
