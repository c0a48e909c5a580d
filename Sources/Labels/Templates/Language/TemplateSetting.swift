/// What a field says when the data leave it out.
struct TemplateSetting: Sendable, Equatable {
  var field: String
  var text: TemplateText
}
