//! Turns what stands in an element into other HTML with as few changes as it takes.
//!
//! Elements that are in both stay the same elements: the focus, the caret, an open fold and what a
//! screen reader is reading survive, and a click that began before a change ends on the element
//! it began on.

use wasm_bindgen::JsCast;
use web_sys::{
    DocumentFragment, Element, HtmlInputElement, HtmlSelectElement, HtmlTemplateElement, Node,
};

/// Attributes that belong to the person or the browser once an element is there.
const LEFT_ALONE: [&str; 2] = ["open", "style"];

/// Makes the content of `target` the given HTML.
///
/// Every question to the browser costs, one that is answered with a text most. So what has not
/// changed is asked one question for the whole of it, and texts are asked for where it has.
pub fn morph(target: &Element, html: &str) {
    if html.is_empty() && !target.has_child_nodes() {
        return;
    }
    let Some(template) = parsed(html) else { return };
    children(target, &template);
    fields(target);
}

/// Makes `target` itself the one element that the HTML is of; it holds no fields.
pub fn element(target: &Element, html: &str) {
    if let Some(wanted) = parsed(html).and_then(|template| template.first_child()) {
        node(target, &wanted);
    }
}

fn parsed(html: &str) -> Option<DocumentFragment> {
    let template = super::document()?.create_element("template").ok()?;
    template.set_inner_html(html);
    Some(template.dyn_into::<HtmlTemplateElement>().ok()?.content())
}

/// Makes the children of `old` those of `new`, which may be taken over.
fn children(old: &Node, new: &Node) {
    let mut here = old.first_child();
    let mut next_new = new.first_child();
    while let Some(wanted) = next_new {
        next_new = wanted.next_sibling();
        if let Some(same) = here.as_ref().filter(|here| here.is_equal_node(Some(&wanted))) {
            here = same.next_sibling();
            continue;
        }
        match counterpart(here.as_ref(), &wanted) {
            Some(found) => {
                here = clear_way(old, here, &found, next_new.as_ref());
                if here.as_ref().is_some_and(|here| here.is_same_node(Some(&found))) {
                    here = found.next_sibling();
                } else {
                    // The order differs: bring the element here.
                    let _ = old.insert_before(&found, here.as_ref());
                }
                node(&found, &wanted);
            }
            None => {
                let _ = old.insert_before(&wanted, here.as_ref());
            }
        }
    }
    while let Some(surplus) = here {
        here = surplus.next_sibling();
        let _ = old.remove_child(&surplus);
    }
}

/// Removes what stands from `here` on before `found` and is not wanted later either; tells where
/// that ends. An element that is moved instead would lose the focus.
fn clear_way(old: &Node, here: Option<Node>, found: &Node, later: Option<&Node>) -> Option<Node> {
    let mut here = here;
    while let Some(surplus) = here.clone() {
        if surplus.is_same_node(Some(found)) || is_wanted(&surplus, later) {
            break;
        }
        here = surplus.next_sibling();
        let _ = old.remove_child(&surplus);
    }
    here
}

/// Whether a node, from `later` on, has the same id.
fn is_wanted(node: &Node, later: Option<&Node>) -> bool {
    let id = id_of(node);
    let mut candidate = later.cloned();
    while let Some(wanted) = candidate.filter(|_| !id.is_empty()) {
        if id_of(&wanted) == id {
            return true;
        }
        candidate = wanted.next_sibling();
    }
    false
}

/// The node, from `here` on, that `wanted` stands for: the one with its id, or the next one without
/// an id when it is of the same kind. A message with an id that has gone is passed over, so that
/// the field after it stays; and so is what a translator has left, unless it stands for a text.
fn counterpart(here: Option<&Node>, wanted: &Node) -> Option<Node> {
    let id = id_of(wanted);
    let mut candidate = here.cloned();
    while let Some(node) = candidate {
        let alike = node.node_name() == wanted.node_name() && id_of(&node) == id;
        let translated = is_translation(&node);
        if alike || translated && wanted.node_type() == Node::TEXT_NODE {
            return Some(node);
        }
        if id.is_empty() && id_of(&node).is_empty() && !translated {
            return None;
        }
        candidate = node.next_sibling();
    }
    None
}

/// What tells an element from its neighbours: its id, or the live part that it is.
fn id_of(node: &Node) -> String {
    let Some(element) = node.dyn_ref::<Element>() else { return String::new() };
    let id = element.id();
    if id.is_empty() { element.get_attribute("data-live").unwrap_or_default() } else { id }
}

/// Whether a node is what a browser's translator puts in the place of a text. The pages have no
/// such elements.
fn is_translation(node: &Node) -> bool {
    node.node_name() == "FONT"
}

fn node(old: &Node, new: &Node) {
    if is_translation(old) {
        // The translator sees the text, and translates it as well.
        if let Some(parent) = old.parent_node() {
            let _ = parent.replace_child(new, old);
        }
        return;
    }
    match (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) {
        (Some(old), Some(new)) => {
            attributes(old, new);
            // A live part that comes empty is drawn by itself.
            if new.has_child_nodes() || !new.has_attribute("data-live") {
                children(old, new);
            }
        }
        _ => old.set_node_value(new.node_value().as_deref()),
    }
}

/// Makes the attributes of `old` those of `new`. Mostly they are the same ones in the same order.
fn attributes(old: &Element, new: &Element) {
    let (here, wanted) = (old.attributes(), new.attributes());
    let mut all_there = true;
    for place in 0..wanted.length() {
        let Some(attribute) = wanted.item(place) else { continue };
        if here.item(place).is_some_and(|here| here.is_equal_node(Some(&attribute))) {
            continue;
        }
        let (name, value) = (attribute.name(), attribute.value());
        if is_left_alone(&name) {
            all_there = false;
        } else if old.get_attribute(&name).as_ref() != Some(&value) {
            // Every name here was read from an element, so it is a valid one.
            let _ = old.set_attribute(&name, &value);
        }
    }
    if all_there && here.length() == wanted.length() {
        return;
    }
    let names = (0..here.length()).filter_map(|place| here.item(place));
    for name in names.map(|attribute| attribute.name()).collect::<Vec<String>>() {
        if !new.has_attribute(&name) && !is_left_alone(&name) {
            let _ = old.remove_attribute(&name);
        }
    }
}

fn is_left_alone(name: &str) -> bool {
    LEFT_ALONE.contains(&name)
}

/// Lets every field show what its attributes say: what is typed stands there, too.
fn fields(target: &Element) {
    for input in super::elements_in::<HtmlInputElement>(target, "input:not([type=file])") {
        let ticked = input.has_attribute("checked");
        if input.checked() != ticked {
            input.set_checked(ticked);
        }
        let value = input.get_attribute("value").unwrap_or_default();
        if input.type_() == "text" && input.value() != value {
            input.set_value(&value);
        }
    }
    for list in super::elements_in::<HtmlSelectElement>(target, "select") {
        let chosen = list.query_selector("option[selected]").ok().flatten();
        let value = chosen.and_then(|option| option.get_attribute("value")).unwrap_or_default();
        if list.value() != value {
            list.set_value(&value);
        }
    }
}
