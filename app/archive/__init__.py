"""Floor 11: files of requests that are past their term: a list, an export, somebody's yes, and then they go."""
