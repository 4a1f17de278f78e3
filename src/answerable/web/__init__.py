"""What every page needs: values from the address, paging, sorting, CSV, who asks, error pages. No tables."""
