package broken;

public class Application {}
