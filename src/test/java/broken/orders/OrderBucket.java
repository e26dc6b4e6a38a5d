package broken.orders;

import software.amazon.awssdk.services.s3.S3Client;

interface OrderBucket {
  void read(S3Client client);
}
