package dev.nightjar.console.audiences;

import dev.nightjar.console.Rights;
import dev.nightjar.console.accounts.Audit;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.ports.AudienceDeclarations;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Saves drafts of audiences where the settings allow it. The audit has it first. */
@Controller
class SavedDrafts {
  private final Vocabulary vocabulary;
  private final AudienceDeclarations declarations;
  private final Rights rights;
  private final Audit audit;

  SavedDrafts(
      Vocabulary vocabulary, AudienceDeclarations declarations, Rights rights, Audit audit) {
    this.vocabulary = vocabulary;
    this.declarations = declarations;
    this.rights = rights;
    this.audit = audit;
  }

  /** Saves the draft that the fields are, and shows it again. */
  @PostMapping("/builder")
  String save(
      @RequestParam MultiValueMap<String, String> fields,
      Principal somebody,
      RedirectAttributes next) {
    if (!rights.areDraftsSaved()) {
      throw refused(
          "The settings do not allow to save drafts.%nNext: copy the declaration to config/audiences.yaml, or set console.save-drafts: true"
              .formatted());
    }
    var form = new DraftForm(fields, List.copyOf(vocabulary.attributes()));
    if (form.isEmpty() || !form.hasFileName()) {
      throw refused(
          "A draft needs a name of a-z, 0-9 and -, and conditions.%nNext: go back and fill them in"
              .formatted());
    }
    var file = AudienceDeclarations.file(form.name());
    audit.did(somebody.getName(), "save", "config/" + file, null);
    var yaml = DraftYaml.of(form.name(), form.settings());
    var said = new ArrayList<String>();
    said.add("config/%s is saved. The next night has the audience.".formatted(file));
    said.addAll(declarations.save(form.name(), form.flat(), yaml));
    next.addFlashAttribute("said", said);
    return "redirect:" + address(form);
  }

  private static String address(DraftForm form) {
    var address = UriComponentsBuilder.fromPath("/builder");
    var values = new ArrayList<String>();
    for (var each : form.entries()) {
      address.queryParam(each.field(), "{value}");
      values.add(each.value());
    }
    return address.encode().buildAndExpand(values.toArray()).toUriString();
  }

  private static Failure refused(String message) {
    return new Failure(FailureCode.NIGHT_REFUSED, message);
  }
}
