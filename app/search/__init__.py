"""Floor 4: find texts by Dutch words; the only room with SQL for one database."""
