package dev.nightjar.ingest;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Files could not be fetched from an inbox. */
final class InboxFailed extends Exception {
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

  private final FailureCode code;

  /**
   * @param inbox its name in the settings, and the file that is at fault where it is one
   * @param cause what a library said
   */
  InboxFailed(String inbox, Throwable cause) {
    super(
        "Files could not be fetched from %s: %s. %s"
            .formatted(inbox, Failure.reason(cause), advice(code(cause))),
        cause);
    this.code = code(cause);
  }

  FailureCode code() {
    return code;
  }

  /**
   * Whether the inbox or the way to it is at fault, and not the database, the disk or the route.
   */
  static boolean isOfTheInbox(Throwable thrown) {
    return thrown instanceof Exception
        && !has(thrown, PropertyBindingException.class, e -> true)
        && !has(thrown, IllegalArgumentException.class, e -> true)
        && (!(thrown instanceof RuntimeException)
            || thrown instanceof RuntimeCamelException
            || thrown instanceof SdkException);
  }

  /** Whether the same call may end better in a moment. */
  static boolean isPassing(Throwable thrown) {
    return isOfTheInbox(thrown) && code(thrown) == FailureCode.SOURCE_AWAY;
  }

  /** Whether an SFTP server answered with a status of {@link ChannelSftp}. */
  static boolean isSftp(Throwable thrown, int status) {
    return has(thrown, SftpException.class, sftp -> sftp.id == status);
  }

  private static FailureCode code(Throwable thrown) {
    if (has(thrown, JSchHostKeyException.class, key -> true)) {
      return FailureCode.HOST_KEY_CHANGED;
    }
    if (isRefusal(thrown)) {
      return FailureCode.LOGIN_REFUSED;
    }
    if (isSftp(thrown, ChannelSftp.SSH_FX_NO_SUCH_FILE)
        || has(thrown, NoSuchBucketException.class, s3 -> true)) {
      return FailureCode.FOLDER_MISSING;
    }
    return FailureCode.SOURCE_AWAY;
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

  private static String advice(FailureCode code) {
    return switch (code) {
      case HOST_KEY_CHANGED ->
          "Ask the server's owner for its key, then put it into the file of known-hosts.";
      case LOGIN_REFUSED -> "See that the user, the key or password, and the rights are right.";
      case FOLDER_MISSING -> "See that the folder or bucket is there.";
      default -> "See that it can be reached from here.";
    };
  }
}
