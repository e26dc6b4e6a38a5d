package dev.nightjar.transport;

import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/** The keys below a prefix of an S3 bucket. An object appears only when it is whole. */
public final class S3Store implements FileStore {
  private final S3Client client;
  private final S3Bucket settings;

  public S3Store(S3Bucket settings) {
    // the route tries again
    this.client = client(settings, AwsRetryStrategy.doNotRetry());
    this.settings = settings;
  }

  /** The client with which a route can send objects; it is closed with this store. */
  public S3Client client() {
    return client;
  }

  /** A client of the store in which a bucket lies, which tries again by itself. */
  public static S3Client patientClient(S3Bucket settings) {
    return client(settings, AwsRetryStrategy.forRetryMode(RetryMode.defaultRetryMode()));
  }

  private static S3Client client(S3Bucket settings, RetryStrategy retries) {
    var client =
        S3Client.builder()
            // what AWS's default chain finds: system properties, variables, profiles, roles
            .credentialsProvider(DefaultCredentialsProvider.builder().build())
            .region(Region.of(settings.region()))
            .endpointOverride(settings.endpoint())
            .forcePathStyle(settings.isPathStyle())
            .httpClientBuilder(ApacheHttpClient.builder().expectContinueEnabled(false))
            .overrideConfiguration(
                each -> each.retryStrategy(retries).addExecutionInterceptor(new Unasked()));
    if (settings.endpoint() != null) {
      // many stores refuse AWS's newer checksums and want MD5 instead
      client
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
          .addPlugin(LegacyMd5Plugin.create());
    }
    return client.build();
  }

  @Override
  public void makeFolder(String folder) {}

  @Override
  public List<String> files(String folder) {
    var prefix = folder.isEmpty() ? settings.prefix() : key(folder) + "/";
    return list(prefix).contents().stream()
        .map(object -> object.key().substring(prefix.length()))
        .toList();
  }

  private ListObjectsV2Iterable list(String prefix) {
    return client.listObjectsV2Paginator(
        list -> list.bucket(settings.bucket()).prefix(prefix).delimiter("/"));
  }

  @Override
  public FileDigest read(String path) throws IOException {
    try (var object = client.getObject(get -> get.bucket(settings.bucket()).key(key(path)))) {
      return FileDigest.of(object);
    }
  }

  @Override
  public void rename(String path, String name) {
    throw new UnsupportedOperationException("S3 has no rename; its objects need none");
  }

  @Override
  public void remove(String path) {
    client.deleteObject(delete -> delete.bucket(settings.bucket()).key(key(path)));
  }

  @Override
  public void removeFolder(String folder) {}

  @Override
  public void close() {
    client.close();
  }

  private String key(String path) {
    return settings.prefix() + path;
  }

  /**
   * Sends files without the Expect header: a store that does not answer it would delay each file by
   * three seconds.
   */
  private static final class Unasked implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
  }
}
