package dev.nightjar.console.audiences;

import dev.nightjar.console.accounts.Audit;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.ExtractFiles;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files that destinations got, byte by byte. */
@Controller
class Downloads {
  private final ExtractFiles files;
  private final Audit audit;

  Downloads(ExtractFiles files, Audit audit) {
    this.files = files;
    this.audit = audit;
  }

  /**
   * Sends a file.
   *
   * @param number of its row in the audit of deliveries: no path is asked for
   */
  @GetMapping("/audiences/{night}/files/{number}")
  ResponseEntity<Resource> file(
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate night,
      @PathVariable long number,
      Principal somebody) {
    var file = files.delivered(number);
    if (!file.night().equals(night)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "The night of %s delivered no file %d.%nNext: choose one from the list of an audience"
              .formatted(night, number));
    }
    audit.did(somebody.getName(), "download", file.name(), night);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(file.bytes())
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(file.file()));
  }
}
