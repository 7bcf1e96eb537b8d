"""The stages as streams: read → extract → resolve → build, with a cache for each article, workers and a manifest."""
