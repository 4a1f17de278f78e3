"""What pages are made of: the template environment, the layout, macros, style sheets and pictures as SVG."""
