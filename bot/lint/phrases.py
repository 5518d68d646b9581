"""What several rules say to a contributor."""

from __future__ import annotations

IS_THERE = "如果是同一个项目，请关闭本 issue，要补充或更正请用“更正条目”表单"
NAME_THE_DIFFERENCE = f"{IS_THERE}；如果不是，请在“项目名称”里写明区别，如加上机构或版本"
CHOOSE_DUPLICATE = "如果两个条目是同一个项目，请把“有什么问题”改成“与另一个条目重复”；如果不是，请核对这次填的内容"
NOT_YOURS = "无须修改，由维护者写明两者的关系"
FILE_NAME = "无须修改，文件名由维护者决定"
