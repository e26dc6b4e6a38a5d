package dev.nightjar.transport;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Logger;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.FtpUtils;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Camel's SFTP, but a connection that breaks during the login is not taken for a refused login:
 * JSch reports both as "Auth fail", and mentions the break in its log alone.
 */
@Component("sftp")
final class SshConnections extends SftpComponent {

  /** The connection broke while the user logged in. */
  static final class ConnectionCut extends IOException {
    private ConnectionCut(String reason) {
      super("The connection was cut while the user logged in: " + reason);
    }
  }

  @Override
  protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
      String uri, String remaining, Map<String, Object> parameters) throws Exception {
    var configuration = new SftpConfiguration(new URI(StringHelper.before(uri, "?", uri)));
    FtpUtils.ensureRelativeFtpDirectory(this, configuration);
    return new SftpEndpoint(uri, this, configuration) {
      @Override
      public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
        var operations = new Operations();
        operations.setEndpoint(this);
        return operations;
      }
    };
  }

  /** Opens sessions by the settings of an endpoint. */
  static final class Operations extends SftpOperations {
    private @Nullable String cut;

    @Override
    public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
      cut = null;
      try {
        return super.connect(configuration, exchange);
      } catch (GenericFileOperationFailedException e) {
        throw cut == null
            ? e
            : new GenericFileOperationFailedException(e.getMessage(), new ConnectionCut(cut));
      }
    }

    /** A session that is connected. */
    Session connected(SftpEndpoint endpoint, int timeout) throws JSchException, ConnectionCut {
      setEndpoint(endpoint);
      var session = createSession(endpoint.getConfiguration());
      try {
        session.connect(timeout);
        return session;
      } catch (JSchException e) {
        if (cut != null) {
          throw new ConnectionCut(cut);
        }
        throw e;
      }
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
      var session = super.createSession(configuration);
      session.setLogger(new Breaks());
      return session;
    }

    private final class Breaks implements Logger {
      @Override
      public boolean isEnabled(int level) {
        return level >= WARN;
      }

      @Override
      public void log(int level, String message) {}

      @Override
      public void log(int level, String message, Throwable thrown) {
        if (thrown instanceof IOException) {
          cut = String.valueOf(thrown.getMessage());
        }
      }
    }
  }
}
