package dev.nightjar.home;

import java.util.Optional;

/** The version of Nightjar that runs. */
public final class ProductVersion {
  private ProductVersion() {}

  /** The version in the jar, such as 0.1.0; outside a jar, a word that says so. */
  public static String text() {
    return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }
}
