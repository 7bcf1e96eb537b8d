"""clause: what a clause says in its own order, before anybody asks which event it tells of."""
