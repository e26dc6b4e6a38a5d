package dev.nightjar.alerts;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends alerts by e-mail. */
final class MailChannel implements AlertChannel {
  private final AlertsSettings.Email settings;
  private final Duration timeout;

  MailChannel(AlertsSettings.Email settings, Duration timeout) {
    this.settings = settings;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public void send(Alert alert) throws IOException {
    try {
      var message = new MimeMessage(Session.getInstance(properties(), login()));
      message.setFrom(new InternetAddress(settings.from()));
      for (var to : settings.to()) {
        message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
      }
      message.setSubject(alert.title(), StandardCharsets.UTF_8.name());
      message.setText(alert.text(), StandardCharsets.UTF_8.name());
      Transport.send(message);
    } catch (MessagingException e) {
      throw new IOException(
          "the mail server did not take the message (%s)".formatted(e.getClass().getSimpleName()),
          e);
    }
  }

  /** By default, each of the three timeouts is for ever. */
  private Properties properties() {
    var millis = String.valueOf(timeout.toMillis());
    var properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", String.valueOf(settings.port()));
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
    boolean isStartTls = settings.security() == AlertsSettings.Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(isStartTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(isStartTls));
    properties.put(
        "mail.smtp.ssl.enable", String.valueOf(settings.security() == AlertsSettings.Security.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  private @Nullable Authenticator login() {
    if (settings.user() == null) {
      return null;
    }
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(settings.user(), settings.password());
      }
    };
  }
}
