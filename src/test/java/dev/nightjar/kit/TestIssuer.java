package dev.nightjar.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A login service by OpenID Connect, which lets in whomever the test names. */
public final class TestIssuer implements AutoCloseable {
  /** Nightjar's name at the service. */
  public static final String CLIENT = "nightjar";

  /** Nightjar's password there. */
  public static final String SECRET = "between-us";

  private final HttpServer server;
  private final KeyPair known = keys();
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private volatile Map<String, Object> claims = Map.of();
  private volatile KeyPair signing = known;

  public TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", all -> answer(all, description()));
    server.createContext("/keys", all -> answer(all, Map.of("keys", List.of(publicKey()))));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Names who logs in next. */
  public TestIssuer letsIn(String name, Object groups) {
    claims = Map.of("preferred_username", name, "groups", groups);
    return this;
  }

  /** Changes claims of the tokens, such as who they are for. */
  public TestIssuer claims(Map<String, Object> other) {
    var all = new LinkedHashMap<>(claims);
    all.putAll(other);
    claims = all;
    return this;
  }

  /** Signs with a key that the service does not publish. */
  public TestIssuer signsWithAnotherKey() {
    signing = keys();
    return this;
  }

  private Map<String, Object> description() {
    return Map.of(
        "issuer", address(),
        "authorization_endpoint", address() + "/authorize",
        "token_endpoint", address() + "/token",
        "jwks_uri", address() + "/keys",
        "response_types_supported", List.of("code"),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }

  private Map<String, Object> publicKey() {
    var key = (RSAPublicKey) known.getPublic();
    return Map.of(
        "kty", "RSA",
        "use", "sig",
        "alg", "RS256",
        "kid", "1",
        "n", number(key.getModulus()),
        "e", number(key.getPublicExponent()));
  }

  /** Sends the browser back, as after a login. */
  private void authorize(HttpExchange asked) throws IOException {
    var fields = fields(asked.getRequestURI().getRawQuery());
    var code = "code-" + nonces.size();
    nonces.put(code, fields.get("nonce"));
    asked
        .getResponseHeaders()
        .add(
            "Location",
            "%s?code=%s&state=%s"
                .formatted(
                    fields.get("redirect_uri"),
                    code,
                    java.net.URLEncoder.encode(fields.get("state"), StandardCharsets.UTF_8)));
    asked.sendResponseHeaders(302, -1);
    asked.close();
  }

  private void token(HttpExchange asked) throws IOException {
    var form = fields(new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    var nonce = nonces.remove(String.valueOf(form.get("code")));
    if (nonce == null || !expected.equals(asked.getRequestHeaders().getFirst("Authorization"))) {
      asked.sendResponseHeaders(401, -1);
      asked.close();
      return;
    }
    var now = Instant.now().getEpochSecond();
    var token = new LinkedHashMap<String, Object>();
    token.put("iss", address());
    token.put("sub", "1234");
    token.put("aud", CLIENT);
    token.put("iat", now);
    token.put("exp", now + 300);
    token.put("nonce", nonce);
    token.putAll(claims);
    answer(
        asked,
        Map.of(
            "access_token",
            "any",
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            signed(token)));
  }

  private String signed(Map<String, Object> claims) {
    var head = base64(json(Map.of("alg", "RS256", "kid", "1")));
    var content = head + "." + base64(json(claims));
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signing.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange asked, Map<String, Object> content) throws IOException {
    var bytes = json(content);
    asked.getResponseHeaders().add("Content-Type", "application/json");
    asked.sendResponseHeaders(200, bytes.length);
    asked.getResponseBody().write(bytes);
    asked.close();
  }

  private static byte[] json(Map<String, Object> content) {
    return JsonMapper.shared().writeValueAsBytes(content);
  }

  private static Map<String, String> fields(String text) {
    return Arrays.stream(text.split("&"))
        .map(each -> each.split("=", 2))
        .collect(
            Collectors.toMap(
                each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String number(BigInteger number) {
    var bytes = number.toByteArray();
    return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
