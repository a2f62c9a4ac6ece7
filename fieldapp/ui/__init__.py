"""What people see: pages, the parts they are made of, and the window around them."""
