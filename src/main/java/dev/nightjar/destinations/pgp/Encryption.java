package dev.nightjar.destinations.pgp;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts files to the public keys of their readers (OpenPGP, AES-256, with integrity protection).
 */
public final class Encryption {
  private static final int BUFFER = 1 << 16;
  private static final int ENCRYPTS = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

  private final List<Recipient> keys;
  private final boolean isArmored;
  private final @Nullable SigningKey signer;

  /**
   * The key of a reader.
   *
   * @param master vouches for the key; can be the same
   */
  private record Recipient(PGPPublicKey key, PGPPublicKey master) {
    String id() {
      return "%016x".formatted(key.getKeyID());
    }
  }

  private Encryption(List<Recipient> keys, boolean isArmored, @Nullable SigningKey signer) {
    this.keys = keys;
    this.isArmored = isArmored;
    this.signer = signer;
  }

  /**
   * To the key in each of some files.
   *
   * @throws IOException where a file cannot be read, or has no key that encrypts, or only keys that
   *     have expired or were revoked; the message says which
   */
  public static Encryption to(List<Path> files, Instant now) throws IOException {
    var keys = new ArrayList<Recipient>();
    for (var file : files) {
      keys.add(key(file, now));
    }
    return new Encryption(keys, false, null);
  }

  /** The same, as ASCII text if it is to be armored. */
  public Encryption armored(boolean armor) {
    return new Encryption(keys, armor, signer);
  }

  /** The same, signed. */
  public Encryption signed(SigningKey by) {
    return new Encryption(keys, isArmored, by);
  }

  /** The recipients: the ids of their keys; then who signed, and whether it is armored. */
  public String recipients() {
    return keys.stream().map(Recipient::id).sorted().collect(Collectors.joining(" "))
        + (signer == null ? "" : " signed by " + signer.id())
        + (isArmored ? " armored" : "");
  }

  /** When the first key, of a recipient or to sign, expires; empty if none does. */
  public Optional<Instant> expires() {
    return Stream.concat(
            keys.stream().flatMap(each -> Stream.of(each.key(), each.master())),
            Stream.ofNullable(signer).map(SigningKey::key))
        .filter(key -> key.getValidSeconds() > 0)
        .map(Encryption::end)
        .min(Instant::compareTo);
  }

  private static Instant end(PGPPublicKey key) {
    return key.getCreationTime().toInstant().plusSeconds(key.getValidSeconds());
  }

  /**
   * Encrypts what is written; closing closes both.
   *
   * @param name of the file that the reader gets
   */
  public OutputStream encrypt(OutputStream out, String name) throws IOException {
    var encryptor =
        new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
            .setWithIntegrityPacket(true)
            .setSecureRandom(new SecureRandom());
    var generator = new PGPEncryptedDataGenerator(encryptor);
    keys.forEach(
        each -> generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(each.key())));
    try {
      var file = isArmored ? armored(out) : out;
      var encrypted = generator.open(file, new byte[BUFFER]);
      var signature = signer == null ? null : signer.begin(encrypted);
      var literal =
          new PGPLiteralDataGenerator()
              .open(encrypted, PGPLiteralData.BINARY, name, new Date(0), new byte[BUFFER]);
      return closing(
          literal, signature, encrypted, file == out ? List.of(out) : List.of(file, out));
    } catch (PGPException e) {
      throw new IOException("cannot encrypt to " + recipients(), e);
    }
  }

  /** Without the header that names the library. */
  private static OutputStream armored(OutputStream out) {
    return ArmoredOutputStream.builder().clearHeaders().build(out);
  }

  /**
   * @param signature null if it is not signed
   * @param files to close at the end, one after the other
   */
  private static OutputStream closing(
      OutputStream literal,
      @Nullable PGPSignatureGenerator signature,
      OutputStream encrypted,
      List<OutputStream> files) {
    return new FilterOutputStream(literal) {
      @Override
      public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        literal.write(bytes, offset, length);
        if (signature != null) {
          signature.update(bytes, offset, length);
        }
      }

      @Override
      public void close() throws IOException {
        try (var last = files.get(files.size() - 1);
            var first = files.get(0);
            encrypted) {
          literal.close();
          if (signature != null) {
            signature.generate().encode(encrypted);
          }
        } catch (PGPException e) {
          throw new IOException("cannot sign", e);
        }
      }
    };
  }

  private static Recipient key(Path file, Instant now) throws IOException {
    String unusable = null;
    try (var bytes =
        PGPUtil.getDecoderStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (PGPPublicKeyRing ring : new BcPGPPublicKeyRingCollection(bytes)) {
        for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext(); ) {
          var key = keys.next();
          if (key.isEncryptionKey() && isForEncryption(key)) {
            var problem = problem(ring.getPublicKey(), now);
            problem = problem == null ? problem(key, now) : problem;
            if (problem == null) {
              return new Recipient(key, ring.getPublicKey());
            }
            unusable = problem;
          }
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (PGPException | IOException e) {
      throw new IOException(file + " holds no public key: " + e.getMessage(), e);
    }
    throw new IOException(
        file + (unusable == null ? " holds no public key that encrypts" : ": " + unusable));
  }

  /** Why nothing is encrypted to a key, or to a key that it vouches for; null if it is valid. */
  private static @Nullable String problem(PGPPublicKey key, Instant now) {
    var id = "%016x".formatted(key.getKeyID());
    if (key.hasRevocation()) {
      return "the key " + id + " was revoked";
    }
    var expires = end(key);
    return key.getValidSeconds() > 0 && !expires.isAfter(now)
        ? "the key %s expired on %s".formatted(id, LocalDate.ofInstant(expires, ZoneOffset.UTC))
        : null;
  }

  /**
   * Whether its owner meant it for encryption: an RSA key could encrypt, but its owner can have
   * another one for that.
   */
  private static boolean isForEncryption(PGPPublicKey key) {
    boolean isSaid = false;
    for (Iterator<PGPSignature> signatures = key.getSignatures(); signatures.hasNext(); ) {
      var hashed = signatures.next().getHashedSubPackets();
      if (hashed != null && hashed.getKeyFlags() != 0) {
        isSaid = true;
        if ((hashed.getKeyFlags() & ENCRYPTS) != 0) {
          return true;
        }
      }
    }
    return !isSaid;
  }
}
