package broken.home;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("tuning")
record Tuning(int speed) {}
