"""Words of time to dates: weekdays, months of four calendars' names, "overnight", "three days ago"."""
