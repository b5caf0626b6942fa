"""An old plan taken over: read from Word, written as content, proved by building it again."""
