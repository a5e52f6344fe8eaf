"""Policy as data: texts and word lists that a municipality can read and judge, each with its source."""
