package dev.nightjar.destinations;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/** A reader's key, the public half of it in a file. */
record AKey(PGPKeyPair pair, Path file) {
  /** What a reader gets. */
  record Read(String name, int algorithm, byte[] bytes) {}

  static AKey of(String name, Path folder) throws PGPException, IOException {
    return with(null, name, folder);
  }

  /** A key that expires. */
  static AKey until(Instant end, String name, Path folder) throws PGPException, IOException {
    var expiry = new PGPSignatureSubpacketGenerator();
    expiry.setKeyExpirationTime(true, end.getEpochSecond());
    return with(expiry.generate(), name, folder);
  }

  /** Its owner revokes the key. */
  AKey revoke() throws PGPException, IOException {
    var signer =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(
                PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
            pair.getPublicKey());
    signer.init(PGPSignature.KEY_REVOCATION, pair.getPrivateKey());
    var revocation = signer.generateCertification(pair.getPublicKey());
    var key = PGPPublicKey.addCertification(pair.getPublicKey(), revocation);
    try (var out = new ArmoredOutputStream(Files.newOutputStream(file))) {
      key.encode(out);
    }
    return this;
  }

  private static AKey with(@Nullable PGPSignatureSubpacketVector hashed, String name, Path folder)
      throws PGPException, IOException {
    var generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            java.math.BigInteger.valueOf(0x10001), new SecureRandom(), 2048, 64));
    var pair =
        new BcPGPKeyPair(
            4,
            PublicKeyAlgorithmTags.RSA_GENERAL,
            generator.generateKeyPair(),
            Date.from(Instant.EPOCH));
    var ring =
        new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                name,
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                hashed,
                null,
                new BcPGPContentSignerBuilder(
                    PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
                null)
            .generatePublicKeyRing();
    var file = folder.resolve(name + ".asc");
    try (var out = new ArmoredOutputStream(Files.newOutputStream(file))) {
      ring.encode(out);
    }
    return new AKey(pair, file);
  }

  /** A file with the private key. */
  Path secret(String passphrase, Path folder) throws PGPException, IOException {
    var ring =
        new PGPKeyRingGenerator(
            PGPSignature.POSITIVE_CERTIFICATION,
            pair,
            "shop",
            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
            null,
            null,
            new BcPGPContentSignerBuilder(
                PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
            new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .build(passphrase.toCharArray()));
    var secret = folder.resolve("shop-secret.asc");
    try (var out = new ArmoredOutputStream(Files.newOutputStream(secret))) {
      ring.generateSecretKeyRing().encode(out);
    }
    return secret;
  }

  /** Reads a file that somebody must have signed. */
  Read decryptSigned(byte[] bytes, AKey signer) throws PGPException, IOException {
    var stream = PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes));
    var list = (PGPEncryptedDataList) new BcPGPObjectFactory(stream).nextObject();
    var data = (PGPPublicKeyEncryptedData) list.iterator().next();
    var factory = new BcPublicKeyDataDecryptorFactory(pair.getPrivateKey());
    var objects = new BcPGPObjectFactory(data.getDataStream(factory));
    var onePass = ((PGPOnePassSignatureList) objects.nextObject()).get(0);
    onePass.init(new BcPGPContentVerifierBuilderProvider(), signer.pair.getPublicKey());
    var literal = (PGPLiteralData) objects.nextObject();
    var read = literal.getInputStream().readAllBytes();
    onePass.update(read);
    if (!onePass.verify(((PGPSignatureList) objects.nextObject()).get(0))) {
      throw new PGPException("signed by somebody else");
    }
    return new Read(literal.getFileName(), data.getSymmetricAlgorithm(factory), read);
  }

  Read decrypt(byte[] bytes) throws PGPException, IOException {
    var list = (PGPEncryptedDataList) new BcPGPObjectFactory(bytes).nextObject();
    for (var each : list) {
      var data = (PGPPublicKeyEncryptedData) each;
      if (data.getKeyIdentifier().getKeyId() == pair.getKeyID()) {
        var factory = new BcPublicKeyDataDecryptorFactory(pair.getPrivateKey());
        var clear = data.getDataStream(factory);
        var literal = (PGPLiteralData) new BcPGPObjectFactory(clear).nextObject();
        var out = new ByteArrayOutputStream();
        literal.getInputStream().transferTo(out);
        // the integrity packet comes after the data
        clear.readAllBytes();
        if (!data.verify()) {
          throw new PGPException("changed on the way");
        }
        return new Read(
            literal.getFileName(), data.getSymmetricAlgorithm(factory), out.toByteArray());
      }
    }
    throw new PGPException("not for this key");
  }
}
