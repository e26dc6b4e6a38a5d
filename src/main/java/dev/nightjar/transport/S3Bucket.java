package dev.nightjar.transport;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys below a prefix of an S3 bucket.
 *
 * @param bucket with the files
 * @param prefix of their keys
 * @param region of the bucket
 * @param endpoint of a store that is not AWS's own
 * @param pathStyle whether the bucket's name goes into the path and not into the host's name; by
 *     default, only with an endpoint
 */
public record S3Bucket(
    @DefaultValue("") String bucket,
    @DefaultValue("") String prefix,
    @DefaultValue("eu-west-1") String region,
    @Nullable URI endpoint,
    @Nullable Boolean pathStyle) {

  boolean isPathStyle() {
    return pathStyle == null ? endpoint != null : pathStyle;
  }

  /** Where the keys are. */
  public String place() {
    return "s3://%s/%s".formatted(bucket, prefix);
  }

  /** What is wrong, one line each, beginning with the key that goes on from this one's. */
  public List<String> problems() {
    return bucket.isBlank() ? List.of(".bucket: is missing") : List.of();
  }
}
