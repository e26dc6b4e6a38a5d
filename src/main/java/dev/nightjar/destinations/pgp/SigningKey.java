package dev.nightjar.destinations.pgp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/** The private key that signs files (OpenPGP, SHA-256). */
public record SigningKey(PGPPublicKey key, PGPPrivateKey secret) {

  /**
   * The first key in a file that signs.
   *
   * @throws IOException where the file cannot be read, has no such key, or the passphrase is
   *     another; the message says which
   */
  public static SigningKey in(Path file, @Nullable String passphrase) throws IOException {
    try (var bytes =
        PGPUtil.getDecoderStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (var ring : new BcPGPSecretKeyRingCollection(bytes)) {
        for (var keys = ring.getSecretKeys(); keys.hasNext(); ) {
          PGPSecretKey key = keys.next();
          if (key.isSigningKey() && !key.isPrivateKeyEmpty()) {
            var decryptor =
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                    .build(passphrase == null ? new char[0] : passphrase.toCharArray());
            return new SigningKey(key.getPublicKey(), key.extractPrivateKey(decryptor));
          }
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (PGPException | IOException e) {
      throw new IOException(
          file + " holds no private key that opens: " + e.getMessage() + "; see passphrase", e);
    }
    throw new IOException(file + " holds no private key that signs");
  }

  String id() {
    return "%016x".formatted(key.getKeyID());
  }

  /** Begins a signature; what is signed follows it, and the signature itself follows that. */
  PGPSignatureGenerator begin(OutputStream out) throws PGPException, IOException {
    var generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(key.getAlgorithm(), HashAlgorithmTags.SHA256), key);
    generator.init(PGPSignature.BINARY_DOCUMENT, secret);
    generator.generateOnePassVersion(false).encode(out);
    return generator;
  }
}
