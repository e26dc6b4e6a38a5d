package dev.nightjar.console;

import dev.nightjar.console.accounts.Accounts.Account;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** Somebody who is logged in. */
final class Person extends User {
  private static final long serialVersionUID = 1;

  private final OffsetDateTime changedAt;
  private final Instant loggedInAt;

  private Person(Account account, Instant loggedInAt) {
    super(
        account.name(),
        account.passwordHash(),
        AuthorityUtils.createAuthorityList("ROLE_" + account.role()));
    this.changedAt = account.changedAt();
    this.loggedInAt = loggedInAt;
  }

  static Person of(Account account, Instant loggedInAt) {
    return new Person(account, loggedInAt);
  }

  Instant loggedInAt() {
    return loggedInAt;
  }

  /** Whether the account is still as it was at the login. */
  boolean isStill(Account account) {
    return account.changedAt().isEqual(changedAt);
  }
}
