package broken.rfm;

import java.util.List;
import java.util.Map;

record RfmSettings(List<Map<String, Object>> others) {}
