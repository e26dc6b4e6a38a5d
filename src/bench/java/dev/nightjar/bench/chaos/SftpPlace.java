package dev.nightjar.bench.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The folder of an SFTP server.
 *
 * @param server of which nobody else uses the folder
 * @param destinations that deliver there
 */
public record SftpPlace(SshServer server, List<String> destinations) implements Place {

  /** One attempt for each file, so that a fault shows. */
  @Override
  public List<String> settings() {
    var settings = new ArrayList<String>();
    for (var each : destinations) {
      settings.addAll(server.delivery(each));
      settings.add("deliver.deliveries.%s.retries=0".formatted(each));
    }
    return settings;
  }

  @Override
  public void keep() throws IOException, InterruptedException {
    Shell.copy(server.inbox(), kept());
  }

  @Override
  public void reset() throws IOException, InterruptedException {
    server.cut();
    Shell.copy(kept(), server.inbox());
  }

  @Override
  public Map<String, String> files() throws IOException {
    return ShopState.files(server.inbox());
  }

  private Path kept() {
    return server.file("kept");
  }
}
