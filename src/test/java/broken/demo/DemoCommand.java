package broken.demo;

import picocli.CommandLine.Command;

@Command
class DemoCommand {}
