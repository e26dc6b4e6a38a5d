package broken.publish;

public class PublishStage {}
