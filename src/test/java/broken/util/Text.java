package broken.util;

class Text {}
