package dev.nightjar.deliver;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import dev.nightjar.home.Failure;
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

/** A file could not be delivered, or not be removed from where it was delivered. */
final class DeliveryFailed extends Exception {
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

  /** Why a place does not take a file. */
  private enum Reason {
    HOST_KEY("Ask the server's owner for its key, then put it into the file of known-hosts."),
    LOGIN("See that the user, the key or password, and the rights to write are right."),
    MISSING("See that the folder or bucket is there."),
    DIFFERS("See what changes files there; the file has no marker and must not be read."),
    AWAY("See that it can be reached from here, and has space left.");

    private final String advice;

    Reason(String advice) {
      this.advice = advice;
    }
  }

  /**
   * @param what was to be done, as {@code vip/2026-06-30/vip.csv was not delivered to}
   * @param where the setting of the destination, and its place
   * @param tries how often it was tried
   * @param cause what a library said
   */
  DeliveryFailed(String what, String where, int tries, Throwable cause) {
    super(
        "%s %s, tried %d times: %s. %s"
            .formatted(what, where, tries, Failure.reason(cause), reason(cause).advice)
            .replace("tried 1 times", "tried once"),
        cause);
  }

  /** Whether the place or the way to it is at fault, and not the disk here or the route. */
  static boolean isOfThePlace(Throwable thrown) {
    return thrown instanceof Exception
        && !has(thrown, PropertyBindingException.class, e -> true)
        && !has(thrown, IllegalArgumentException.class, e -> true)
        && (!(thrown instanceof RuntimeException)
            || thrown instanceof RuntimeCamelException
            || thrown instanceof GenericFileOperationFailedException
            || thrown instanceof SdkException);
  }

  /** Whether the same may end better in a moment. A login is tried once: it could be locked. */
  static boolean isPassing(Throwable thrown) {
    return isOfThePlace(thrown) && reason(thrown) == Reason.AWAY;
  }

  private static Reason reason(Throwable thrown) {
    if (has(thrown, DeliverySteps.ContentDiffers.class, e -> true)) {
      return Reason.DIFFERS;
    }
    if (has(thrown, JSchHostKeyException.class, e -> true)) {
      return Reason.HOST_KEY;
    }
    if (isRefusal(thrown)) {
      return Reason.LOGIN;
    }
    return isSftp(thrown, ChannelSftp.SSH_FX_NO_SUCH_FILE)
            || has(thrown, NoSuchBucketException.class, e -> true)
        ? Reason.MISSING
        : Reason.AWAY;
  }

  private static boolean isRefusal(Throwable thrown) {
    return has(thrown, JSchException.class, e -> says(e, REFUSED_LOGINS))
        || isSftp(thrown, ChannelSftp.SSH_FX_PERMISSION_DENIED)
        || has(thrown, AwsServiceException.class, s3 -> REFUSED_REQUESTS.contains(s3.statusCode()))
        || has(thrown, SdkException.class, e -> says(e, NO_CREDENTIALS));
  }

  private static boolean isSftp(Throwable thrown, int status) {
    return has(thrown, SftpException.class, sftp -> sftp.id == status);
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
