package broken.ingest;

import jakarta.annotation.Resource;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class Inbox {
  @Autowired List<String> wired = List.of();

  @Value("inbox")
  String valued = "";

  @Resource List<String> resourced = List.of();

  List<String> given;

  @Autowired
  Inbox(List<String> given) {
    this.given = given;
  }
}
