package dev.nightjar.kit;

import com.google.common.io.ByteSource;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;

/** An S3 store in this process, in memory, behind a line that can fail. It checks signatures. */
public final class S3Store implements AutoCloseable {
  public static final String KEY_ID = "nightjar-key";
  public static final String SECRET = "nightjar-secret";

  private final BlobStoreContext context;
  private final BlobStore blobs;
  private final S3Proxy proxy;
  private final S3Line line;

  public S3Store(String... buckets) throws Exception {
    // by its class: a look-up by name would load the other back ends, which are not here
    context =
        ContextBuilder.newBuilder(new TransientNio2BlobApiMetadata())
            .overrides(new Properties())
            .credentials("any", "any")
            .build(BlobStoreContext.class);
    blobs = context.getBlobStore();
    for (var bucket : buckets) {
      blobs.createContainerInLocation(null, bucket);
    }
    proxy =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY_ID, SECRET)
            .build();
    proxy.start();
    line = new S3Line(proxy.getPort());
  }

  public S3Line line() {
    return line;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + line.port());
  }

  public S3Store put(String bucket, String key, String... lines) {
    return put(bucket, key, ByteSource.wrap((String.join("\n", lines) + "\n").getBytes()));
  }

  public S3Store put(String bucket, String key, ByteSource content) {
    try {
      blobs.putBlob(
          bucket, blobs.blobBuilder(key).payload(content).contentLength(content.size()).build());
      return this;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What an object holds. */
  public byte[] get(String bucket, String key) {
    try (var content = blobs.getBlob(bucket, key).getPayload().openStream()) {
      return content.readAllBytes();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public void remove(String bucket, String key) {
    blobs.removeBlob(bucket, key);
  }

  /** The keys of a bucket below a prefix. */
  public List<String> keys(String bucket, String prefix) {
    return blobs.list(bucket, ListContainerOptions.Builder.recursive().prefix(prefix)).stream()
        .map(StorageMetadata::getName)
        .sorted()
        .map(String.class::cast)
        .toList();
  }

  @Override
  public void close() throws Exception {
    line.close();
    proxy.stop();
    context.close();
  }
}
