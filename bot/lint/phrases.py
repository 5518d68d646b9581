"""What several rules say to a contributor."""

from __future__ import annotations

IS_THERE = "是同一个项目的话，请关闭本 issue，要补充或更正它请改用“更正条目”表单"
NAME_THE_DIFFERENCE = f"{IS_THERE}；不是的话，请在“项目名称”里写明区别，如加上机构或版本"
CHOOSE_DUPLICATE = "两个条目是同一个项目的话，请把“有什么问题”改成“与另一个条目重复”；不是的话，请核对这次填的内容"
NOT_YOURS = "你不用改，维护者可以写明两者的关系"
FILE_NAME = "你不用改，文件名由维护者决定"
