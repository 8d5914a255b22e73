"""Pictures, video and sound that posts show: fetched, kept, examined, compared and shown."""
