package dev.nightjar.privacy;

import dev.nightjar.ports.ExtractWithdrawals;
import dev.nightjar.ports.LandingFolder;
import org.springframework.stereotype.Component;

/** The files with people in them: landing files and delivered extracts. */
@Component
record RetainedFiles(LandingFolder folder, ExtractWithdrawals extracts) {
  LandingFiles landing() {
    return new LandingFiles(folder.path());
  }
}
