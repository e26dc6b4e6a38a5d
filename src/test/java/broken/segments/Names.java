package broken.segments;

class Names {
  class NameUtils {}

  class NameUtil {}

  class NameHelper {}

  class ManagerOfNames {}

  class CommonName {}

  class DefaultNamesImpl {}

  class Commoner {}

  class Implied {}
}
