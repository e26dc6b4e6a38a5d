package dev.nightjar.publish;

import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the extracts go.
 *
 * @param destination the channel's name, the first folder of its extracts
 * @param folder below which extracts are delivered
 * @param outbox folder in which they are written
 */
@ConfigurationProperties("publish")
record PublishSettings(
    @DefaultValue("generic-csv")
        @Pattern(regexp = "[a-z0-9-]+", message = "must be of a-z, 0-9 and -")
        String destination,
    @DefaultValue("extracts") Path folder,
    @DefaultValue("var/outbox") Path outbox) {}
