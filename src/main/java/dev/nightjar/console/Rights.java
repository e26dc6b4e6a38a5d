package dev.nightjar.console;

import dev.nightjar.console.accounts.Role;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What somebody who is logged in can do. */
@Component
public class Rights {
  private final RoleHierarchy roles;
  private final ConsoleSettings settings;

  Rights(RoleHierarchy roles, ConsoleSettings settings) {
    this.roles = roles;
    this.settings = settings;
  }

  /** Whether the settings allow to save the draft of an audience. */
  public boolean areDraftsSaved() {
    return settings.saveDrafts();
  }

  /** Whether somebody has a role, or one that includes it. */
  public boolean has(Role role, Authentication somebody) {
    return roles.getReachableGrantedAuthorities(somebody.getAuthorities()).stream()
        .anyMatch(each -> ("ROLE_" + role).equals(each.getAuthority()));
  }
}
