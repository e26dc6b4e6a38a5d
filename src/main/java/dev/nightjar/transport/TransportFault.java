package dev.nightjar.transport;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Why a file cannot be read from or written to a folder, a server or a bucket, or rows sent. */
public enum TransportFault {
  /** An SFTP server shows another key than the known one, or its key is not known. */
  HOST_KEY("Ask the server's owner for its key, then put it into the file of known-hosts."),
  /** It does not let the user in, or does not let the user do this. */
  LOGIN("Check the user, the key or password, and the rights there."),
  /** The folder, the bucket or the address is not there. */
  MISSING("Check that the folder or bucket is there, or the address and list."),
  /** It does not take what is sent, and would not take it later. */
  REFUSED(
      "Ask its owner, or look into its own log, why: Nightjar keeps no answer, as it can quote people."),
  /** It cannot be reached, or breaks off. */
  AWAY("Check that it can be reached from here.");

  /** How long to wait before the first retry of what can succeed later; tests wait less. */
  public static final Duration FIRST_PAUSE =
      Duration.ofMillis(Long.getLong("nightjar.first-pause-millis", 1000));

  private static final String[] REFUSED_LOGINS = {
    "Auth fail",
    "Auth cancel",
    "Partial auth",
    "USERAUTH fail",
    "Too many authentication",
    "privatekey"
  };

  private static final Set<Integer> REFUSED_REQUESTS = Set.of(401, 403);

  /** The latter are answers of status 400. */
  private static final String[] NO_CREDENTIALS = {
    "Unable to load credentials", "token has expired", "token is malformed"
  };

  private final String advice;

  TransportFault(String advice) {
    this.advice = advice;
  }

  /** What to do, as a sentence. */
  public String advice() {
    return advice;
  }

  /** The fault behind what a library threw. */
  public static TransportFault of(Throwable thrown) {
    if (has(thrown, JSchHostKeyException.class, key -> true)) {
      return HOST_KEY;
    }
    if (has(thrown, SshConnections.ConnectionCut.class, cut -> true)) {
      return AWAY;
    }
    if (isRefusal(thrown) || has(thrown, HttpFault.class, HttpFault::isRefusedLogin)) {
      return LOGIN;
    }
    return isSftp(thrown, ChannelSftp.SSH_FX_NO_SUCH_FILE)
            || has(thrown, NoSuchBucketException.class, s3 -> true)
            || has(thrown, HttpFault.class, HttpFault::isMissing)
        ? MISSING
        : has(thrown, HttpFault.class, HttpFault::isRefusedRequest) ? REFUSED : AWAY;
  }

  /**
   * Whether the other side or the way to it is at fault, and not the database, the disk here or the
   * route.
   */
  public static boolean isOfTheOtherSide(Throwable thrown) {
    return thrown instanceof Exception
        && !has(thrown, PropertyBindingException.class, e -> true)
        && !has(thrown, IllegalArgumentException.class, e -> true)
        && (!(thrown instanceof RuntimeException)
            || thrown instanceof RuntimeCamelException
            || thrown instanceof GenericFileOperationFailedException
            || thrown instanceof SdkException);
  }

  /**
   * Whether the same call can succeed in a moment. A login is tried once: the account could be
   * locked.
   */
  public static boolean isPassing(Throwable thrown) {
    return isOfTheOtherSide(thrown) && of(thrown) == AWAY;
  }

  /** Whether an SFTP server answered with a status of {@link ChannelSftp}. */
  public static boolean isSftp(Throwable thrown, int status) {
    return has(thrown, SftpException.class, sftp -> sftp.id == status);
  }

  private static boolean isRefusal(Throwable thrown) {
    return has(thrown, JSchException.class, e -> says(e, REFUSED_LOGINS))
        || isSftp(thrown, ChannelSftp.SSH_FX_PERMISSION_DENIED)
        || has(thrown, AwsServiceException.class, s3 -> REFUSED_REQUESTS.contains(s3.statusCode()))
        || has(thrown, SdkException.class, e -> says(e, NO_CREDENTIALS));
  }

  private static boolean says(Throwable thrown, String... parts) {
    var message = String.valueOf(thrown.getMessage());
    return Arrays.stream(parts).anyMatch(message::contains);
  }

  private static <T extends Throwable> boolean has(
      @Nullable Throwable thrown, Class<T> type, Predicate<T> test) {
    for (var each = thrown; each != null; each = each.getCause()) {
      if (type.isInstance(each) && test.test(type.cast(each))) {
        return true;
      }
    }
    return false;
  }
}
