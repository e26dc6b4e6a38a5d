package dev.nightjar.segments;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A segment and its line of the playbook.
 *
 * @param name what the business calls it
 * @param description who is in it, in one line
 * @param action what marketing should do
 * @param channel channel to use
 * @param offer offer to make
 */
record Segment(
    @NotBlank String name,
    @DefaultValue("") String description,
    @DefaultValue("") String action,
    @DefaultValue("") String channel,
    @DefaultValue("") String offer) {}
