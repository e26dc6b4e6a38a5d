package dev.nightjar.console.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API, for people and programs. */
@RestController
class ApiDescription {

  @GetMapping(value = "/api/v1/openapi.yaml", produces = "application/yaml")
  Resource description() {
    return new ClassPathResource("openapi.yaml", ApiDescription.class);
  }
}
