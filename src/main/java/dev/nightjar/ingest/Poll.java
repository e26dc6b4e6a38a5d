package dev.nightjar.ingest;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.jcraft.jsch.ChannelSftp;
import dev.nightjar.home.Visible;
import dev.nightjar.transport.TransportFault;
import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.util.FileUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes what Camel does with an inbox. Camel only logs a file that it cannot lock, fetch or
 * move, and then reports the inbox as empty. This class notices such a file and sets it aside for
 * the night, so that it neither hides the files after it nor returns forever.
 */
final class Poll {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

  /** In a name sent to a server these are wildcards; a deletion expands them. */
  private static final Predicate<String> IS_PATTERN = name -> name.matches(".*[*?\\\\].*");

  private final Predicate<String> claimed;
  private final Set<String> aside = new HashSet<>();
  private final List<String> staying = new ArrayList<>();
  private @Nullable String found;
  private @Nullable String faultyFile;
  private @Nullable Exception fault;
  private @Nullable Refused refused;

  /**
   * @param claimed whether a source claims a file's name
   */
  Poll(Predicate<String> claimed) {
    this.claimed = claimed;
  }

  /** A file that must not be read. */
  record Refused(String file, Exception fault) {}

  /** Binds the beans that the routes refer to with #. */
  void bind(Registry registry) {
    registry.bind("claimed", (GenericFileFilter<Object>) this::isWanted);
    registry.bind("found", new Found());
    registry.bind("unfetched", new Notice(this::unfetched));
    registry.bind("unmoved", new Notice(this::unmoved));
  }

  void begin() {
    found = null;
    fault = null;
    faultyFile = null;
  }

  /**
   * Whether there can be another file.
   *
   * @param landed whether a file has landed
   * @throws Exception the fault, if it is not about the file itself
   */
  boolean isFollowedByAnother(boolean landed) throws Exception {
    if (fault != null) {
      var file = String.valueOf(faultyFile);
      if (TransportFault.isSftp(fault, ChannelSftp.SSH_FX_NO_SUCH_FILE)) {
        stays(file, "it vanished before it was fetched", fault);
      } else if (TransportFault.isSftp(fault, ChannelSftp.SSH_FX_PERMISSION_DENIED)) {
        aside.add(file);
        refused = new Refused(file, fault);
      } else {
        throw fault;
      }
      return true;
    }
    if (!landed && found != null) {
      stays(FileUtil.stripPath(found), "it is still being written", null);
      return true;
    }
    return landed;
  }

  /** The files that stay in the inbox, and why. */
  List<String> staying() {
    return staying;
  }

  /** The last file without read permission; null if there is none. */
  @Nullable Refused refused() {
    return refused;
  }

  private boolean isWanted(GenericFile<Object> file) {
    var name = file.getFileNameOnly();
    if (file.isDirectory() || aside.contains(name) || !claimed.test(name)) {
      return false;
    }
    var kind = kind(file.getFile());
    if (kind != null) {
      stays(name, kind, null);
      return false;
    }
    if (IS_PATTERN.test(name)) {
      stays(name, "its name has *, ? or \\", null);
      return false;
    }
    return true;
  }

  /** What a file is that must not be read, since it is not a regular file; null if it is one. */
  private static @Nullable String kind(Object file) {
    boolean isLink = false;
    boolean isOther = false;
    if (file instanceof File local) {
      isLink = Files.isSymbolicLink(local.toPath());
      isOther = !Files.isRegularFile(local.toPath(), NOFOLLOW_LINKS);
    } else if (file instanceof SftpRemoteFile<?> remote
        && remote.getRemoteFile() instanceof ChannelSftp.LsEntry entry) {
      var found = entry.getAttrs();
      isLink = found.isLink();
      isOther = found.isFifo() || found.isSock() || found.isChr() || found.isBlk();
    }
    return isLink ? "it is a symbolic link" : isOther ? "it is not a regular file" : null;
  }

  private void unfetched(@Nullable String file, Throwable thrown) {
    faultyFile = file;
    fault = thrown instanceof Exception e ? e : new IllegalStateException(thrown);
  }

  private void unmoved(@Nullable String file, Throwable thrown) {
    stays(String.valueOf(file), "it has landed and could not be moved away", thrown);
  }

  /** Notes a file that is not fetched. */
  void stays(String file, String reason) {
    stays(file, reason, null);
  }

  private void stays(String file, String reason, @Nullable Throwable thrown) {
    if (aside.add(file)) {
      var name = Visible.text(file);
      staying.add(name + ", " + reason);
      LOG.warn("{} stays in the inbox: {}", name, reason, thrown);
    }
  }

  /** Camel adds each file here that it is about to fetch. */
  private final class Found extends MemoryIdempotentRepository {
    @Override
    public boolean add(String path) {
      found = path;
      return super.add(path);
    }
  }

  /** Camel passes exceptions here that it would otherwise log. */
  private record Notice(BiConsumer<@Nullable String, Throwable> take) implements ExceptionHandler {
    @Override
    public void handleException(Throwable thrown) {
      take.accept(null, thrown);
    }

    @Override
    public void handleException(String message, Throwable thrown) {
      take.accept(null, thrown);
    }

    @Override
    public void handleException(String message, @Nullable Exchange exchange, Throwable thrown) {
      if (exchange == null) {
        take.accept(null, thrown);
      } else if (!exchange.isFailed()) {
        // a failed call reports its own fault; later faults, such as a stream that cannot be closed
        // after the connection broke, say nothing about the file
        take.accept(exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class), thrown);
      }
    }
  }
}
