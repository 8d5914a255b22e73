"""Timestamps of others on checkpoints: naming who is asked, asking, holding what came against it, handing it over."""
