package broken.publish;

public class Audience {}
