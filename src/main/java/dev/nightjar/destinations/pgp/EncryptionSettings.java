package dev.nightjar.destinations.pgp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are encrypted and signed, with OpenPGP.
 *
 * @param recipients files of the public keys to which the files are encrypted, below the home;
 *     nothing is encrypted where there are none
 * @param armor whether the files are ASCII text instead of bytes
 * @param extension of encrypted files, such as gpg
 * @param signingKey file of the private key that signs the files, below the home; null if they are
 *     not signed
 * @param passphrase of the private key; null if it has none
 */
public record EncryptionSettings(
    @DefaultValue List<Path> recipients,
    @DefaultValue("false") boolean armor,
    @DefaultValue("pgp") String extension,
    @Nullable Path signingKey,
    @Nullable String passphrase) {

  /** Whether files are encrypted. */
  public boolean isOn() {
    return !recipients.isEmpty();
  }

  /** What is wrong, one line each, beginning with the key. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (!isOn() && (armor || signingKey != null || passphrase != null)) {
      problems.add("recipients: is missing; nothing is encrypted or signed without it");
    }
    if (passphrase != null && signingKey == null) {
      problems.add("passphrase: is that of signing-key, which is missing");
    }
    if (!extension.matches("[a-z]+")) {
      problems.add("extension: must be letters, such as gpg");
    }
    return problems;
  }
}
